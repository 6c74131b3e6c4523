import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { admit } from '../administrators/administrators';
import { Environment } from '../api/environment';
import { ProfileApi } from '../api/profile-api';
import { CreateFunction } from '../api/profile-function';

/** The path of the signed-in user's account. */
export const ACCOUNT_PATH = '/user';
/** The path of the account of a user, for administrators. */
const USER_ACCOUNT_PATH = '/users/{sub}';

/** Properties of `AccountDeletion`. */
export interface AccountDeletionProps {
  readonly api: ProfileApi;
  readonly userPool: cognito.IUserPool;
  /** The attribute of the table after whose time DynamoDB deletes an item. */
  readonly timeToLiveAttribute: string;
  /**
   * The group whose members can delete the accounts of others.
   *
   * @default - nobody can
   */
  readonly adminGroup?: string;
  readonly createFunction: CreateFunction;
}

/** The routes that delete an account: the profile and the user of the user pool. */
export class AccountDeletion extends Construct {
  public readonly functions: lambda.Function[];

  constructor(scope: Construct, id: string, private readonly props: AccountDeletionProps) {
    super(scope, id);
    const { adminGroup } = props;
    this.functions = [
      this.addRoute(ACCOUNT_PATH, 'DeleteAccount', 'account.delete', 'Deletes the account of the signed-in user', ['cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser']),
    ];
    if (adminGroup !== undefined) {
      const handler = this.addRoute(USER_ACCOUNT_PATH, 'DeleteUser', 'accounts.delete', 'Deletes the account of a user for an administrator',
        ['cognito-idp:ListUsers', 'cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser']);
      admit(handler, adminGroup);
      this.functions.push(handler);
    }
  }

  private addRoute(path: string, id: string, handler: string, description: string, userPoolActions: string[]): lambda.Function {
    const { api, createFunction, timeToLiveAttribute, userPool } = this.props;
    const fn = createFunction(this, id, { handler, description, tableActions: ['dynamodb:PutItem'], storesProfiles: false });
    fn.addToRolePolicy(new iam.PolicyStatement({ actions: userPoolActions, resources: [userPool.userPoolArn] }));
    fn.addEnvironment(Environment.USER_POOL_ID, userPool.userPoolId);
    fn.addEnvironment(Environment.TIME_TO_LIVE_ATTRIBUTE, timeToLiveAttribute);
    api.addRoute(apigwv2.HttpMethod.DELETE, path, id, fn);
    return fn;
  }
}
