import { Fn } from 'aws-cdk-lib';
import { Journey } from '../../integ/journey';

/** How MiniStack differs from AWS in an integration test. An entry that is not needed is an error. */
interface Differences {
  /** What is left out of the deployment, by the names that `leaveOutUnsupported` returns. */
  readonly leftOut: readonly string[];
  /** The checks that fail on MiniStack only, with the reason. They run, and must fail. */
  readonly failing: Readonly<Record<string, string>>;
}

/** The integration tests, by their files. */
export const INTEGRATION_TESTS: Readonly<Record<string, Differences>> = {
  'integ.cognito-profile-service.ts': {
    leftOut: ['AWS::Cognito::ManagedLoginBranding'],
    failing: {
      Cors: 'MiniStack ignores the CORS configuration of CloudFormation. `npm run local` runs this check after UpdateApi',
      Challenge: 'MiniStack sends no www-authenticate header with 401',
      AccessLog: 'MiniStack writes no access logs of HTTP APIs',
    },
  },
  'integ.administration.ts': {
    leftOut: ['AWS::Cognito::ManagedLoginBranding'],
    failing: {},
  },
  'integ.existing-resources.ts': {
    leftOut: ['the metric math of AWS::CloudWatch::Alarm'],
    failing: {},
  },
};

/** Adapts a journey to the addresses and the gaps of MiniStack, whose endpoint is in the environment. */
export function adapt({ service, function: journey }: Journey): void {
  const endpoint = process.env.AWS_ENDPOINT_URL;
  // The domains of APIs do not resolve on all machines, and those of user pools on none.
  journey.addEnvironment('PROFILE_URL', `${endpoint}/_aws/execute-api/${service.httpApi.apiId}/user/profile`);
  if (service.signInUrl) {
    journey.addEnvironment('SIGN_IN_URL', `${endpoint}/oauth2/authorize?${Fn.select(1, Fn.split('?', service.signInUrl))}`);
  }
  if (service.signOutUrl) {
    journey.addEnvironment('SIGN_OUT_URL', `${endpoint}/logout?${Fn.select(1, Fn.split('?', service.signOutUrl))}`);
  }
  // There is nothing to wait for.
  journey.addEnvironment('ACCESS_LOG_SECONDS', '1');
}
