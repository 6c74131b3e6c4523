import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { AccountFunctionOptions, DELETE_ACCOUNT, DELETE_USER } from './account-functions';
import { Environment } from '../api/environment';
import { ACCOUNT_PATH, USER_ACCOUNT_PATH } from '../api/paths';
import { ProfileApi } from '../api/profile-api';
import { CreateFunction } from '../api/profile-function';

/** Properties of `AccountDeletion`. */
export interface AccountDeletionProps {
  readonly api: ProfileApi;
  readonly userPool: cognito.IUserPool;
  /** The attribute of the table after whose time DynamoDB deletes an item. */
  readonly timeToLiveAttribute: string;
  /** Whether there are administrators, who can delete the accounts of others. */
  readonly hasAdministrators: boolean;
  readonly createFunction: CreateFunction;
}

/** The routes that delete an account: the profile and the user of the user pool. */
export class AccountDeletion extends Construct {
  public readonly functions: lambda.Function[];

  constructor(scope: Construct, id: string, private readonly props: AccountDeletionProps) {
    super(scope, id);
    this.functions = [
      this.addRoute(ACCOUNT_PATH, 'DeleteAccount', DELETE_ACCOUNT),
      ...props.hasAdministrators ? [this.addRoute(USER_ACCOUNT_PATH, 'DeleteUser', DELETE_USER)] : [],
    ];
  }

  private addRoute(path: string, id: string, { userPoolActions, ...options }: AccountFunctionOptions): lambda.Function {
    const { api, createFunction, timeToLiveAttribute, userPool } = this.props;
    const handler = createFunction(this, id, options);
    handler.addToRolePolicy(new iam.PolicyStatement({ actions: userPoolActions, resources: [userPool.userPoolArn] }));
    handler.addEnvironment(Environment.USER_POOL_ID, userPool.userPoolId);
    handler.addEnvironment(Environment.TIME_TO_LIVE_ATTRIBUTE, timeToLiveAttribute);
    api.addRoute(apigwv2.HttpMethod.DELETE, path, id, handler);
    return handler;
  }
}
