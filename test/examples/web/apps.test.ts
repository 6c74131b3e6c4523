import { Template } from 'aws-cdk-lib/assertions';
import { SynthesizedApp } from './synthesized-app';
import profileSchema from '../../../examples/web/profile-schema.json';
import { logicalId, onlyResource } from '../../support/stacks/synth';

const CLIENT = 'AWS::Cognito::UserPoolClient';

describe('app.ts', () => {
  const { template } = new SynthesizedApp('app.ts', 'ProfileWebExample');

  test('the page is at the callback URL and the logout URL', () => {
    expect(onlyResource(template, CLIENT).Properties).toMatchObject({
      CallbackURLs: ['http://localhost:8080/'],
      LogoutURLs: ['http://localhost:8080/'],
    });
  });

  test('the default handlers are those in Node.js', () => {
    expect(runtimesOf(template)).toEqual(['nodejs24.x']);
  });

  test('the context chooses the URL of the page and the language of the handlers', () => {
    const { template: other } = new SynthesizedApp('app.ts', 'ProfileWebExample', { pageUrl: 'http://127.0.0.1:9000/', runtime: 'python' });
    expect(onlyResource(other, CLIENT).Properties).toMatchObject({
      CallbackURLs: ['http://127.0.0.1:9000/'],
      LogoutURLs: ['http://127.0.0.1:9000/'],
    });
    expect(runtimesOf(other)).toEqual(['python3.14']);
  });

  test('has the outputs that a configuration of the page is made of', () => {
    expect(Object.keys(template.findOutputs('*'))).toEqual(['ProfileUrl', 'SignInUrl', 'SignOutUrl', 'Issuer', 'UserPoolId', 'UserPoolClientId']);
  });

  function runtimesOf(synthesized: Template): string[] {
    return [...new Set(Object.values(synthesized.findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties.Runtime))];
  }
});

describe('hosted.ts', () => {
  const app = new SynthesizedApp('hosted.ts', 'ProfileWebHosted');
  const { template } = app;

  test('the page is at the callback URL and the logout URL', () => {
    const { CallbackURLs, LogoutURLs } = onlyResource(template, CLIENT).Properties;
    const page = 'https://<AWS::CloudFront::Distribution.DomainName>/';
    expect([CallbackURLs, LogoutURLs].map((urls) => urls.map((url: unknown) => app.text(url)))).toEqual([[page], [page]]);
  });

  test('the content security policy allows nothing but the page and the origins of the service', () => {
    const { SecurityHeadersConfig } = onlyResource(template, 'AWS::CloudFront::ResponseHeadersPolicy').Properties.ResponseHeadersPolicyConfig;
    const directives: string[] = app.text(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).split('; ');
    expect(Object.fromEntries(directives.map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]))).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': [
        "'self'",
        'https://<host:https://<AWS::Cognito::UserPool.ProviderName>>',
        'https://<AWS::Cognito::UserPoolDomain>.auth.<AWS::Region>.amazoncognito.com',
        'https://<host:<AWS::ApiGatewayV2::Api.ApiEndpoint>/user/profile>',
      ],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
    });
  });

  test('browsers use HTTPS only', () => {
    const { DefaultCacheBehavior, HttpVersion } = onlyResource(template, 'AWS::CloudFront::Distribution').Properties.DistributionConfig;
    const { SecurityHeadersConfig } = onlyResource(template, 'AWS::CloudFront::ResponseHeadersPolicy').Properties.ResponseHeadersPolicyConfig;
    expect(DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(DefaultCacheBehavior.ResponseHeadersPolicyId).toEqual({ Ref: logicalId(template, 'AWS::CloudFront::ResponseHeadersPolicy') });
    expect(HttpVersion).toBe('http2and3');
    expect(SecurityHeadersConfig.StrictTransportSecurity).toEqual({ AccessControlMaxAgeSec: 31536000, IncludeSubdomains: true, Override: true });
  });

  test('only CloudFront reads the bucket', () => {
    expect(onlyResource(template, 'AWS::S3::Bucket').Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true,
    });
    const statements: any[] = onlyResource(template, 'AWS::S3::BucketPolicy').Properties.PolicyDocument.Statement;
    expect(statements.filter(({ Effect, Action }) => Effect === 'Allow' && Action === 's3:GetObject').map(({ Principal, Condition }) => (
      [Principal, app.text(Condition.StringEquals['AWS:SourceArn'])]
    ))).toEqual([[
      { Service: 'cloudfront.amazonaws.com' },
      'arn:<AWS::Partition>:cloudfront::<AWS::AccountId>:distribution/<AWS::CloudFront::Distribution>',
    ]]);
  });

  test('config.json contains the outputs of the service and its schema', () => {
    const { SourceMarkers: [, markers] } = onlyResource(template, 'Custom::CDKBucketDeployment').Properties;
    // The values that only the deployment knows.
    const config = JSON.parse(app.assetFile('config.json').replace(/<<marker:[^>]*>>/g, (marker) => app.text(markers[marker])));
    expect(config).toEqual({
      issuer: 'https://<AWS::Cognito::UserPool.ProviderName>',
      clientId: '<AWS::Cognito::UserPoolClient>',
      profileUrl: '<AWS::ApiGatewayV2::Api.ApiEndpoint>/user/profile',
      profileSchema,
    });
  });

  test('the files of the page are deployed, and browsers check at each visit whether they have changed', () => {
    expect(app.assetFile('index.html')).toContain('main.js');
    expect(app.assetFile('main.js')).not.toBe('');
    expect(app.assetFile('style.css')).not.toBe('');
    expect(onlyResource(template, 'Custom::CDKBucketDeployment').Properties.SystemMetadata).toEqual({ 'cache-control': 'no-cache' });
  });
});
