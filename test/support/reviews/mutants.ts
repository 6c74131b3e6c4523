import { CfnElement, CfnResource } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CognitoProfileService } from '../../../src';

/** A change for the worse, which the reviews must find. */
export interface Mutant {
  readonly apply: (service: CognitoProfileService) => void;
  /** What the review by rules of our own says. */
  readonly fault: string;
  /** The rules of cdk-nag that say so as well. */
  readonly nag: readonly string[];
}

/** Changes by the construct tree, as a change of the source would make them: cdk-nag does not see the template. */
export const MUTANTS: Record<string, Mutant> = {
  'a role with all actions of a service': {
    apply: (service) => allow(service, 'dynamodb:*'),
    fault: 'allows dynamodb:*',
    nag: ['AwsSolutions-IAM5[Action::dynamodb:*]', 'NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess'],
  },
  'a role with some actions of a service': {
    apply: (service) => allow(service, 'kms:GenerateDataKey*'),
    fault: 'allows kms:GenerateDataKey*',
    nag: ['AwsSolutions-IAM5[Action::kms:GenerateDataKey*]'],
  },
  'a role that may read any table': {
    apply: (service) => allow(service, 'dynamodb:GetItem', '*'),
    fault: 'allows dynamodb:GetItem on any resource',
    // To cdk-nag it is the same finding as that of the statement for AWS X-Ray.
    nag: [],
  },
  'a role with a policy of AWS': {
    apply: ({ readProfileFunction: { role } }) =>
      role!.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')),
    fault: 'has managed policies',
    nag: ['AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'],
  },
  'a function without a log group': {
    apply: (service) => {
      find(service, lambda.CfnFunction).loggingConfig = undefined;
    },
    fault: 'has no log group',
    nag: [],
  },
  'a log group that keeps logs for ever': {
    apply: (service) => {
      find(service, logs.CfnLogGroup).retentionInDays = undefined;
    },
    fault: 'keeps logs for ever',
    nag: ['Serverless-CloudWatchLogGroupRetentionPeriod', 'NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod'],
  },
  'a stage without an access log': {
    apply: (service) => {
      find(service, apigwv2.CfnStage).accessLogSettings = undefined;
    },
    fault: 'has no access log',
    nag: ['AwsSolutions-APIG1', 'Serverless-APIGWAccessLogging'],
  },
  'a route without the authorizer': {
    apply: (service) => {
      const route = find(service, apigwv2.CfnRoute);
      route.authorizationType = 'NONE';
      route.authorizerId = undefined;
    },
    fault: 'asks for no token',
    nag: ['AwsSolutions-APIG4'],
  },
};

function allow(service: CognitoProfileService, action: string, resource = service.table.tableArn): void {
  service.readProfileFunction.addToRolePolicy(new iam.PolicyStatement({ actions: [action], resources: [resource] }));
}

/** The first resource of a type in the service. */
function find<T extends CfnElement>(service: CognitoProfileService, type: new (...args: any[]) => T): T {
  return service.node.findAll().find((construct) => CfnResource.isCfnResource(construct) && construct instanceof type) as T;
}
