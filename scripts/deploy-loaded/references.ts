import { Template } from '../local/cdk-app';
import { ACCOUNT, REGION } from '../local/local-aws';

const PSEUDO_PARAMETERS: Record<string, string> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The attributes that the template asks for, by type and name, as they follow from what `Ref` answers. */
const ATTRIBUTES: Record<string, (ref: string) => string> = {
  'AWS::CloudWatch::Alarm.Arn': (name) => arn('cloudwatch', `alarm:${name}`),
  'AWS::Cognito::UserPool.ProviderName': (id) => `cognito-idp.${REGION}.amazonaws.com/${id}`,
  'AWS::IAM::Role.Arn': (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
  'AWS::KMS::Key.Arn': (id) => arn('kms', `key/${id}`),
  'AWS::Lambda::Function.Arn': (name) => arn('lambda', `function:${name}`),
  'AWS::Logs::LogGroup.Arn': (name) => arn('logs', `log-group:${name}:*`),
};

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** Puts what was deployed in place of the references of a template. */
export class References {
  constructor(private readonly template: Template, private readonly physicalIds: ReadonlyMap<string, string>) {}

  public resolve(value: any): any {
    if (Array.isArray(value)) {
      return value.map((element) => this.resolve(element));
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const [[name, argument] = ['', undefined], ...others] = Object.entries<any>(value);
    if (others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
      return this.call(name, argument);
    }
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.resolve(member)]));
  }

  private call(name: string, argument: any): string {
    switch (name) {
      case 'Ref':
        return PSEUDO_PARAMETERS[argument] ?? this.physicalId(argument);
      case 'Fn::GetAtt':
        return this.attribute(argument);
      case 'Fn::Join':
        return this.resolve(argument[1]).join(argument[0]);
      case 'Fn::Sub':
        return argument.replace(/\$\{([^}]+)\}/g, (_: string, reference: string) => this.call('Ref', reference));
      default:
        throw new Error(`the template has ${name}, which is not resolved yet`);
    }
  }

  private attribute([logicalId, name]: [string, string]): string {
    const attribute = `${this.template.Resources[logicalId].Type}.${name}`;
    const of = ATTRIBUTES[attribute];
    if (!of) {
      throw new Error(`the template asks for ${attribute}, which is not resolved yet`);
    }
    return of(this.physicalId(logicalId));
  }

  private physicalId(logicalId: string): string {
    const physicalId = this.physicalIds.get(logicalId);
    if (physicalId === undefined) {
      throw new Error(`the template refers to ${logicalId}, which is not deployed`);
    }
    return physicalId;
  }
}
