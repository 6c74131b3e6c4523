import * as path from 'path';
import { App, Aws, CfnOutput, Duration, Fn, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3deploy from 'aws-cdk-lib/aws-s3-deployment';
import profileSchema from './profile-schema.json';
import { CognitoProfileService } from '../../src';

/** A profile service with its page, which CloudFront serves from an S3 bucket. */
export const app = new App();
const stack = new Stack(app, 'ProfileWebHosted');

// Lazy, because the service needs the domain of the distribution, and the distribution needs origins of the service.
const pageUrl = `https://${Lazy.string({ produce: (): string => distribution.distributionDomainName })}/`;
const service = new CognitoProfileService(stack, 'Profiles', {
  // The UUID of the stack, so that each deployment has a domain of its own. Choose a suffix for an app that stays.
  domainSuffix: Fn.select(2, Fn.split('/', Aws.STACK_ID)),
  oAuth: { callbackUrls: [pageUrl], logoutUrls: [pageUrl] },
  // With a domain of your own for the page, also set `allowedOrigins` to it. The domain of the distribution would be a dependency cycle.
  profileSchema,
  removalPolicy: RemovalPolicy.DESTROY,
});

// The page reads the OpenID Connect metadata from the issuer, tokens from the sign-in domain, and the profile from the API. Not from the
// `signInUrl`: it contains the app client, which refers to the distribution.
const originOf = (url: string) => `https://${Fn.select(2, Fn.split('/', url))}`;
const origins = [originOf(service.issuer), service.userPoolDomain!.baseUrl(), originOf(service.profileUrl)];
const headers = new cloudfront.ResponseHeadersPolicy(stack, 'Headers', {
  securityHeadersBehavior: {
    contentSecurityPolicy: {
      contentSecurityPolicy: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        `connect-src 'self' ${origins.join(' ')}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ].join('; '),
      override: true,
    },
    contentTypeOptions: { override: true },
    referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
    strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
  },
});

const bucket = new s3.Bucket(stack, 'Site', {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  autoDeleteObjects: true,
  removalPolicy: RemovalPolicy.DESTROY,
});
const distribution: cloudfront.Distribution = new cloudfront.Distribution(stack, 'Distribution', {
  defaultRootObject: 'index.html',
  httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
  defaultBehavior: {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    responseHeadersPolicy: headers,
  },
});

new s3deploy.BucketDeployment(stack, 'Deployment', {
  destinationBucket: bucket,
  sources: [
    s3deploy.Source.asset(path.join(__dirname, 'dist')),
    s3deploy.Source.jsonData('config.json', {
      issuer: service.issuer,
      clientId: service.userPoolClient.userPoolClientId,
      profileUrl: service.profileUrl,
      profileSchema,
    }),
  ],
  // Browsers check at each visit whether a file has changed, so the page never runs with the script or the configuration of another
  // deployment. CloudFront keeps the files for one second, the minimum TTL of its default cache policy, so nothing has to be invalidated.
  // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html
  cacheControl: [s3deploy.CacheControl.noCache()],
});

new CfnOutput(stack, 'PageUrl', { value: pageUrl });
