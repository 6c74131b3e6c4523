import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ProfileFunction } from './profile-function';
import { readProfileSchema } from '../profile-schema';
import { Settings } from '../settings';

/** The functions of the API, by what they do to the profile. */
export type ProfileFunctions = Record<'read' | 'create' | 'update' | 'delete', lambda.Function>;

/** Makes a function for each method of the API, which may do what its method needs and no more. */
export function createProfileFunctions(scope: Construct, table: dynamodb.ITable, settings: Settings): ProfileFunctions {
  const schema = settings.profileSchema && readProfileSchema(settings.profileSchema).document;

  const read = new ProfileFunction(scope, 'ReadProfile', {
    handler: 'profile.get',
    description: 'Reads the profile of the signed-in user',
    settings,
  });
  read.useTable(table, 'dynamodb:GetItem');

  const create = new ProfileFunction(scope, 'CreateProfile', {
    handler: 'profile.create',
    description: 'Creates or replaces the profile of the signed-in user',
    settings,
    schema,
  });
  create.useTable(table, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
  create.limitProfileSize();

  const update = new ProfileFunction(scope, 'UpdateProfile', {
    handler: 'profile.update',
    description: 'Changes the profile of the signed-in user',
    settings,
    schema,
  });
  update.useTable(table, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
  update.limitProfileSize();

  const erase = new ProfileFunction(scope, 'DeleteProfile', {
    handler: 'profile.delete',
    description: 'Erases the profile of the signed-in user',
    settings,
  });
  erase.useTable(table, 'dynamodb:GetItem', 'dynamodb:DeleteItem');

  return { read: read.function, create: create.function, update: update.function, delete: erase.function };
}
