package com.example;

import io.github.cdkcognitoprofileservice.CognitoProfileService;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

public class ProfilesStack extends Stack {
    public ProfilesStack(final Construct scope, final String id) {
        super(scope, id);

        CognitoProfileService profiles = CognitoProfileService.Builder.create(this, "Profiles")
                // Unique in the Region, across all AWS accounts.
                .domainSuffix("acme-dev")
                .oAuth(OAuthSettings.builder()
                        .callbackUrls(List.of("https://app.example.com/"))
                        .logoutUrls(List.of("https://app.example.com/"))
                        .build())
                .allowedOrigins(List.of("https://app.example.com"))
                .profileSchema(Map.of(
                        "type", "object",
                        "properties", Map.of(
                                "displayName", Map.of("type", "string", "minLength", 1, "maxLength", 80),
                                "language", Map.of("enum", List.of("de", "en", "ja")),
                                "membership", Map.of("enum", List.of("free", "plus"), "readOnly", true)),
                        "required", List.of("displayName"),
                        "additionalProperties", false))
                .logRetention(RetentionDays.THREE_MONTHS)
                .build();

        CfnOutput.Builder.create(this, "ProfileUrl").value(profiles.getProfileUrl()).build();
        CfnOutput.Builder.create(this, "Issuer").value(profiles.getIssuer()).build();
        CfnOutput.Builder.create(this, "ClientId").value(profiles.getUserPoolClient().getUserPoolClientId()).build();
        CfnOutput.Builder.create(this, "SignOutUrl").value(profiles.getSignOutUrl()).build();
    }
}
