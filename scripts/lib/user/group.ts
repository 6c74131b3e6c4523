import { Journey } from './journey';
import { callCognito } from '../local-aws/calls';

/** Adds the user to a group of the user pool. The next token of the user has it. */
export async function addToGroup({ aws, report, signal, user, userPoolId }: Journey, groupName: string): Promise<void> {
  const membership = { UserPoolId: userPoolId, Username: user.email, GroupName: groupName };
  await report.step(`AdminAddUserToGroup ${groupName}`, async () => callCognito(aws, 'AdminAddUserToGroup', membership, signal), () => 'done');
}
