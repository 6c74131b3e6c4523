/** Something that was asked for and is not on the local AWS, or can't be seen there. */
export interface Exception {
  readonly type: string;

  /** The property of resources of the type that this is about, where it is not about the resources as a whole. */
  readonly property?: string;

  /**
   * What MiniStack says when it is given that. It is left out of the deployment then, and given to MiniStack by itself, so that this
   * exception is found out once MiniStack takes it.
   *
   * Without it MiniStack takes the value, but does not give it back; this exception is found out once it does.
   */
  readonly rejectedWith?: RegExp;

  /** Properties that stand in for the one that is left out, where a resource can't be without. */
  readonly standIn?: Readonly<Record<string, unknown>>;

  readonly reason: string;
}

const NOT_KEPT = 'MiniStack takes it and does not keep it';
const NOT_COMPARED = 'the drift detection of MiniStack, which reads this type, has no such property';
const NOT_READ = 'the drift detection of MiniStack does not read the type, and it takes a client of its own to do so';

/** All that is not deployed, or deployed and not seen again, of a stack with every prop set. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    type: 'AWS::Cognito::ManagedLoginBranding',
    rejectedWith: /Unrecognized resource types: \[AWS::Cognito::ManagedLoginBranding\]/,
    reason: 'MiniStack does not know the type; its sign-in pages have one look',
  },
  {
    type: 'AWS::CloudWatch::Alarm',
    property: 'Metrics',
    rejectedWith: /Properties\.Metrics \(metric math\) is not supported/,
    standIn: { Namespace: 'AWS/ApiGateway', MetricName: 'Count', Statistic: 'SampleCount', Period: 60 },
    reason: 'MiniStack has no metric math; the alarms that compute are deployed on a metric of their own',
  },
  { type: 'AWS::CloudWatch::Alarm', property: 'EvaluateLowSampleCountPercentile', reason: NOT_KEPT },
  { type: 'AWS::Cognito::UserPool', property: 'WebAuthnRelyingPartyID', reason: NOT_KEPT },
  { type: 'AWS::Cognito::UserPool', property: 'WebAuthnUserVerification', reason: NOT_KEPT },
  { type: 'AWS::DynamoDB::Table', property: 'PointInTimeRecoverySpecification', reason: NOT_KEPT },
  { type: 'AWS::DynamoDB::Table', property: 'SSESpecification', reason: NOT_KEPT },
  { type: 'AWS::Lambda::Function', property: 'Code', reason: `${NOT_COMPARED}; the requests to the functions show it` },
  { type: 'AWS::Lambda::Function', property: 'LoggingConfig', reason: `${NOT_COMPARED}; the lines of the requests show it` },
  { type: 'AWS::SNS::Topic', property: 'KmsMasterKeyId', reason: NOT_COMPARED },
  { type: 'AWS::SNS::TopicPolicy', reason: NOT_READ },
  { type: 'AWS::IAM::Policy', reason: `${NOT_READ}; IAM is not enforced` },
  { type: 'AWS::Lambda::Permission', reason: `${NOT_READ}; IAM is not enforced` },
];

/** The exceptions that are about a resource, by its type and its properties. */
export function exceptionsFor(type: string, properties: object): Exception[] {
  return EXCEPTIONS.filter((exception) => exception.type === type && (exception.property === undefined || exception.property in properties));
}

/** How an exception is called in the report. */
export function nameOf({ type, property }: Exception): string {
  return property === undefined ? type : `${type} ${property}`;
}
