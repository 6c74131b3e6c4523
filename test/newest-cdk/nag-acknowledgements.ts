import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileServiceProps } from '../../src';

/** Findings that are right as such, and that the service leaves as they are. */
export interface Acknowledgement {
  /** The ids of the rule; some packs have the same one. */
  readonly rules: readonly string[];
  /** The construct paths within the stack; `*` stands for one id. */
  readonly resources: readonly string[];
  /** Where there are such findings. */
  readonly where?: (props: CognitoProfileServiceProps) => boolean;
  readonly reason: string;
}

const FUNCTIONS = ['Profiles/*/Function', 'Profiles/*/*/Function'];
const ROLE_POLICIES = ['Profiles/*/Role/DefaultPolicy', 'Profiles/*/*/Role/DefaultPolicy'];
const USER_POOL = 'Profiles/SignIn/UserPool';

/** What cdk-nag finds in the stacks, with the reason to leave it. Not in the construct, where it would silence the audits of its users. */
export const ACKNOWLEDGEMENTS: Acknowledgement[] = [
  {
    rules: ['AwsSolutions-COG2'],
    resources: [USER_POOL],
    reason: 'a second factor is for the app to demand, with `mfa`; by default each user can set one up',
  },
  {
    rules: ['AwsSolutions-COG8'],
    resources: [USER_POOL],
    where: ({ featurePlan }) => featurePlan === undefined,
    reason: 'the plan PLUS costs more for each user; it is chosen with `featurePlan`',
  },
  {
    rules: ['AwsSolutions-COG1', 'AwsSolutions-COG2', 'AwsSolutions-COG8'],
    resources: ['UserPool'],
    where: ({ userPool }) => userPool !== undefined,
    reason: 'a pool that the app brings is its own to configure',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::*]'],
    resources: ROLE_POLICIES,
    reason: 'AWS X-Ray has no resources to name; test/support/reviews/own-rules.ts sees to it that nothing else is allowed on `*`',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::<ProfilesTable.Arn>/stream/*]'],
    resources: ['Profiles/ChangeEvents/Role/DefaultPolicy'],
    reason: 'ListStreams, which Lambda needs to read a stream, names all streams of the table; the other actions name the one stream',
  },
  {
    rules: ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'],
    resources: ['Profiles/ChangeEvents/DeadLetterQueue'],
    reason: 'it is a dead-letter queue itself',
  },
  {
    rules: ['AwsSolutions-L1', 'Serverless-LambdaLatestVersion'],
    resources: FUNCTIONS,
    where: ({ runtime }) => runtime === lambda.Runtime.PYTHON_3_14,
    reason: 'Python 3.14 is the newest that the lowest CDK knows; `runtime` takes newer ones',
  },
  {
    rules: ['Serverless-LambdaDLQ', 'NIST.800.53.R5-LambdaDLQ'],
    resources: FUNCTIONS,
    reason: 'the API calls the functions, and waits for the answer; dead-letter queues are for asynchronous calls',
  },
  {
    rules: ['NIST.800.53.R5-LambdaConcurrency'],
    resources: FUNCTIONS,
    reason: 'what is reserved is lost to the other functions of the account, and a new account has none to spare; the API is throttled instead',
  },
  {
    rules: ['NIST.800.53.R5-LambdaInsideVPC'],
    resources: FUNCTIONS,
    reason: 'the functions call DynamoDB, Amazon Cognito and EventBridge alone, over TLS and by IAM; in a VPC there is nothing for them to reach',
  },
  {
    rules: ['NIST.800.53.R5-IAMNoInlinePolicy'],
    resources: ROLE_POLICIES,
    reason: 'each policy names what one function uses, and goes with its role; nobody else could use it',
  },
  {
    rules: ['NIST.800.53.R5-CloudWatchLogGroupEncrypted'],
    resources: ['Profiles/*/LogGroup', 'Profiles/*/*/LogGroup', 'Profiles/HttpApi/AccessLog'],
    where: ({ encryptionKey }) => encryptionKey === undefined,
    reason: 'CloudWatch Logs encrypts with keys of AWS; a key of one\'s own is chosen with `encryptionKey`, and costs',
  },
  {
    rules: ['NIST.800.53.R5-DynamoDBAutoScalingEnabled'],
    resources: ['Profiles/Table'],
    where: ({ tableCapacity }) => tableCapacity !== undefined,
    reason: 'the capacity is what the app asked for with `tableCapacity`; by default the table is on demand and scales by itself',
  },
  {
    rules: ['NIST.800.53.R5-DynamoDBInBackupPlan'],
    resources: ['Profiles/Table'],
    reason: 'the table has point-in-time recovery; backup plans belong to an account and select tables by tag or ARN',
  },
];
