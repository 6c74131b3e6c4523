import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ProfilesStack } from '../lib/profiles-stack';

test('only pages of the app call the API', () => {
  const template = Template.fromStack(new ProfilesStack(new App(), 'Test'));

  template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
    CorsConfiguration: { AllowOrigins: ['https://app.example.com'] },
  });
});
