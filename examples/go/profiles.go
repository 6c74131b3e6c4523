package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-cognito-profile-service/cdk-cognito-profile-service-go/cdkcognitoprofileservice"
)

// NewProfilesStack creates a stack with a profile service.
func NewProfilesStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)

	profiles := cdkcognitoprofileservice.NewCognitoProfileService(stack, jsii.String("Profiles"),
		&cdkcognitoprofileservice.CognitoProfileServiceProps{
			// Unique in the Region, across all AWS accounts.
			DomainSuffix: jsii.String("acme-dev"),
			OAuth: &awscognito.OAuthSettings{
				CallbackUrls: jsii.Strings("https://app.example.com/"),
				LogoutUrls:   jsii.Strings("https://app.example.com/"),
			},
			AllowedOrigins: jsii.Strings("https://app.example.com"),
			ProfileSchema: &map[string]any{
				"type": "object",
				"properties": map[string]any{
					"displayName": map[string]any{"type": "string", "minLength": 1, "maxLength": 80},
					"language":    map[string]any{"enum": []string{"de", "en", "ja"}},
					"membership":  map[string]any{"enum": []string{"free", "plus"}, "readOnly": true},
				},
				"required":             []string{"displayName"},
				"additionalProperties": false,
			},
			LogRetention: awslogs.RetentionDays_THREE_MONTHS,
		})

	output := func(name string, value *string) {
		awscdk.NewCfnOutput(stack, &name, &awscdk.CfnOutputProps{Value: value})
	}
	output("ProfileUrl", profiles.ProfileUrl())
	output("Issuer", profiles.Issuer())
	output("ClientId", profiles.UserPoolClient().UserPoolClientId())
	output("SignOutUrl", profiles.SignOutUrl())
	return stack
}

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	NewProfilesStack(app, "ProfilesStack")
	app.Synth(nil)
}
