package com.example;

import io.github.cdkcognitoprofileservice.CognitoProfileService;
import io.github.cdkcognitoprofileservice.TableCapacity;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.DomainMappingOptions;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CustomDomainOptions;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.ManagedLoginVersion;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasskeyUserVerification;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolEmail;
import software.amazon.awscdk.services.cognito.UserPoolSESOptions;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.Topic;

/** The stacks of app.ts, in Java. */
public class EveryPropApp {
    private static final String CERTIFICATES = "arn:aws:acm:us-east-1:123456789012:certificate";

    public static void main(final String[] args) {
        App app = new App();
        defaults(new Stack(app, "Default"));
        everyProp(new Stack(app, "EveryProp"));
        existingResources(new Stack(app, "ExistingResources"));
        app.synth();
    }

    private static void defaults(final Stack stack) {
        CognitoProfileService.Builder.create(stack, "Profiles").domainSuffix("acme").build();
    }

    private static void everyProp(final Stack stack) {
        Key encryptionKey = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
        Topic alarmTopic = Topic.Builder.create(stack, "AlarmTopic")
                .masterKey(encryptionKey)
                .enforceSsl(true)
                .build();
        ServicePrincipal alarms = new ServicePrincipal("cloudwatch.amazonaws.com");
        alarmTopic.grantPublish(alarms);
        encryptionKey.grant(alarms, "kms:Decrypt", "kms:GenerateDataKey*");
        CognitoProfileService.Builder.create(stack, "Profiles")
                .signInDomain(CustomDomainOptions.builder()
                        .domainName("auth.example.com")
                        .certificate(Certificate.fromCertificateArn(
                                stack, "SignInCertificate", CERTIFICATES + "/11111111-1111-1111-1111-111111111111"))
                        .build())
                .managedLoginVersion(ManagedLoginVersion.NEWER_MANAGED_LOGIN)
                .oAuth(OAuthSettings.builder()
                        .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                        .scopes(List.of(OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, OAuthScope.COGNITO_ADMIN))
                        .callbackUrls(List.of("https://app.example.com/signed-in", "https://localhost:3000"))
                        .logoutUrls(List.of("https://app.example.com/signed-out"))
                        .defaultRedirectUri("https://app.example.com/signed-in")
                        .build())
                .authFlows(AuthFlow.builder().userSrp(true).user(true).build())
                .refreshTokenRotationGracePeriod(Duration.seconds(10))
                .selfSignUp(true)
                .email(UserPoolEmail.withSES(UserPoolSESOptions.builder()
                        .fromEmail("no-reply@example.com")
                        .sesVerifiedDomain("example.com")
                        .sesRegion("us-east-1")
                        .build()))
                .mfa(Mfa.OPTIONAL)
                .passkeys(PasskeyUserVerification.REQUIRED)
                .featurePlan(FeaturePlan.PLUS)
                .threatProtection(StandardThreatProtectionMode.FULL_FUNCTION)
                .runtime(Runtime.PYTHON_3_14)
                .authorizationScopes(List.of("openid"))
                .allowedOrigins(List.of("https://app.example.com"))
                .apiDomain(DomainMappingOptions.builder()
                        .domainName(DomainName.Builder.create(stack, "ApiDomain")
                                .domainName("api.example.com")
                                .certificate(Certificate.fromCertificateArn(
                                        stack, "ApiCertificate", CERTIFICATES + "/22222222-2222-2222-2222-222222222222"))
                                .build())
                        .mappingKey("v1")
                        .build())
                .throttle(ThrottleSettings.builder().rateLimit(200).burstLimit(400).build())
                .tableCapacity(TableCapacity.builder().readCapacity(20).writeCapacity(10).build())
                .profileSchema(Map.of(
                        "type", "object",
                        "properties", Map.of(
                                "name", Map.of("type", "string", "maxLength", 100),
                                "plan", Map.of("enum", List.of("free", "paid"), "readOnly", true)),
                        "required", List.of("name")))
                .maxProfileSize(Size.kibibytes(16))
                .userPartitions(16)
                .encryptionKey(encryptionKey)
                .changeEvents(new EventBus(stack, "EventBus"))
                .removalPolicy(RemovalPolicy.RETAIN)
                .adminGroup("admins")
                .accountDeletion(true)
                .logRetention(RetentionDays.ONE_YEAR)
                .tracing(Tracing.ACTIVE)
                .alarmTopic(alarmTopic)
                .dashboard(true)
                .build();
    }

    private static void existingResources(final Stack stack) {
        UserPool userPool = new UserPool(stack, "UserPool");
        CognitoProfileService.Builder.create(stack, "Profiles")
                .userPool(userPool)
                .issuer("https://" + userPool.getUserPoolProviderName())
                .userPoolClient(userPool.addClient("Client"))
                .table(TableV2.Builder.create(stack, "Table")
                        .partitionKey(Attribute.builder().name("pk").type(AttributeType.STRING).build())
                        .sortKey(Attribute.builder().name("sk").type(AttributeType.STRING).build())
                        .timeToLiveAttribute("delete_after")
                        .build())
                .accountDeletion(true)
                .timeToLiveAttribute("delete_after")
                .build();
    }
}
