import { Template } from 'aws-cdk-lib/assertions';

/** The services that handlers call. */
const SERVICES = /^(?:dynamodb|cognito-idp):/;

/** The operations of DynamoDB and Amazon Cognito that the role of each handler allows, by the name of the handler, such as `profile.read`. */
export function grantedOperations(template: Template): Record<string, string[]> {
  const policies = Object.values(template.findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties);
  const functions = Object.values(template.findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties);
  return Object.fromEntries(functions.map(({ Handler, Role }) => {
    const role = Role['Fn::GetAtt'][0];
    const actions: string[] = policies
      .filter(({ Roles }) => Roles.some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .flatMap(({ Action }) => Action);
    const operations = actions.filter((action) => SERVICES.test(action)).map((action) => action.replace(SERVICES, ''));
    return [Handler, operations.sort()];
  }));
}
