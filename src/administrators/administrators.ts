import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { DELETE_USER_PROFILE, LIST_PROFILES, READ_USER_PROFILE, REPLACE_USER_PROFILE, UPDATE_USER_PROFILE } from './administrator-functions';
import { PROFILES_PATH, USER_PROFILE_PATH } from '../api/paths';
import { ProfileApi } from '../api/profile-api';
import { CreateFunction, ProfileFunctionOptions } from '../api/profile-function';

/** Properties of `Administrators`. */
export interface AdministratorsProps {
  readonly api: ProfileApi;
  /** The name of the group whose members are administrators. */
  readonly groupName: string;
  /**
   * The user pool in which to create the group.
   *
   * @default - the group exists
   */
  readonly userPool?: cognito.IUserPool;
  readonly createFunction: CreateFunction;
}

/** The routes for the members of a group, who read and write the profiles of all users. */
export class Administrators extends Construct {
  public readonly functions: lambda.Function[];

  constructor(scope: Construct, id: string, props: AdministratorsProps) {
    super(scope, id);
    const { api, groupName, userPool } = props;
    if (userPool) {
      new cognito.UserPoolGroup(this, 'Group', { userPool, groupName, description: 'Administrators of user profiles' });
    }
    const { GET, POST, PATCH, DELETE } = apigwv2.HttpMethod;
    const add = (method: apigwv2.HttpMethod, path: string, functionId: string, options: ProfileFunctionOptions) => {
      const handler = props.createFunction(this, functionId, options);
      api.addRoute(method, path, `${functionId}OfUser`, handler);
      return handler;
    };
    this.functions = [
      add(GET, USER_PROFILE_PATH, 'ReadProfile', READ_USER_PROFILE),
      add(POST, USER_PROFILE_PATH, 'ReplaceProfile', REPLACE_USER_PROFILE),
      add(PATCH, USER_PROFILE_PATH, 'UpdateProfile', UPDATE_USER_PROFILE),
      add(DELETE, USER_PROFILE_PATH, 'DeleteProfile', DELETE_USER_PROFILE),
      add(GET, PROFILES_PATH, 'ListProfiles', LIST_PROFILES),
    ];
  }
}
