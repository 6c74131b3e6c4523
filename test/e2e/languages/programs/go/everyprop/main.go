// The stacks of app.ts, in Go.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscertificatemanager"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/jsii-runtime-go"
	profiles "github.com/cdk-cognito-profile-service/cdk-cognito-profile-service-go/cdkcognitoprofileservice"
)

const certificates = "arn:aws:acm:us-east-1:123456789012:certificate"

func addDefault(stack awscdk.Stack) {
	profiles.NewCognitoProfileService(stack, jsii.String("Profiles"), &profiles.CognitoProfileServiceProps{
		DomainSuffix: jsii.String("acme"),
	})
}

func addEveryProp(stack awscdk.Stack) {
	encryptionKey := awskms.NewKey(stack, jsii.String("Key"), &awskms.KeyProps{EnableKeyRotation: jsii.Bool(true)})
	alarmTopic := awssns.NewTopic(stack, jsii.String("AlarmTopic"), &awssns.TopicProps{
		MasterKey:  encryptionKey,
		EnforceSSL: jsii.Bool(true),
	})
	alarms := awsiam.NewServicePrincipal(jsii.String("cloudwatch.amazonaws.com"), nil)
	alarmTopic.GrantPublish(alarms)
	encryptionKey.Grant(alarms, jsii.String("kms:Decrypt"), jsii.String("kms:GenerateDataKey*"))
	profiles.NewCognitoProfileService(stack, jsii.String("Profiles"), &profiles.CognitoProfileServiceProps{
		SignInDomain: &awscognito.CustomDomainOptions{
			DomainName:  jsii.String("auth.example.com"),
			Certificate: certificate(stack, "SignInCertificate", "11111111-1111-1111-1111-111111111111"),
		},
		ManagedLoginVersion: awscognito.ManagedLoginVersion_NEWER_MANAGED_LOGIN,
		OAuth: &awscognito.OAuthSettings{
			Flows: &awscognito.OAuthFlows{AuthorizationCodeGrant: jsii.Bool(true)},
			Scopes: &[]awscognito.OAuthScope{
				awscognito.OAuthScope_OPENID(),
				awscognito.OAuthScope_EMAIL(),
				awscognito.OAuthScope_PROFILE(),
				awscognito.OAuthScope_COGNITO_ADMIN(),
			},
			CallbackUrls:       jsii.Strings("https://app.example.com/signed-in", "https://localhost:3000"),
			LogoutUrls:         jsii.Strings("https://app.example.com/signed-out"),
			DefaultRedirectUri: jsii.String("https://app.example.com/signed-in"),
		},
		AuthFlows:                       &awscognito.AuthFlow{UserSrp: jsii.Bool(true), User: jsii.Bool(true)},
		RefreshTokenRotationGracePeriod: awscdk.Duration_Seconds(jsii.Number(10)),
		SelfSignUp:                      jsii.Bool(true),
		Email: awscognito.UserPoolEmail_WithSES(&awscognito.UserPoolSESOptions{
			FromEmail:         jsii.String("no-reply@example.com"),
			SesVerifiedDomain: jsii.String("example.com"),
			SesRegion:         jsii.String("us-east-1"),
		}),
		Mfa:                 awscognito.Mfa_OPTIONAL,
		Passkeys:            awscognito.PasskeyUserVerification_REQUIRED,
		FeaturePlan:         awscognito.FeaturePlan_PLUS,
		ThreatProtection:    awscognito.StandardThreatProtectionMode_FULL_FUNCTION,
		Runtime:             awslambda.Runtime_PYTHON_3_14(),
		AuthorizationScopes: jsii.Strings("openid"),
		AllowedOrigins:      jsii.Strings("https://app.example.com"),
		ApiDomain: &awsapigatewayv2.DomainMappingOptions{
			DomainName: awsapigatewayv2.NewDomainName(stack, jsii.String("ApiDomain"), &awsapigatewayv2.DomainNameProps{
				DomainName:  jsii.String("api.example.com"),
				Certificate: certificate(stack, "ApiCertificate", "22222222-2222-2222-2222-222222222222"),
			}),
			MappingKey: jsii.String("v1"),
		},
		Throttle:      &awsapigatewayv2.ThrottleSettings{RateLimit: jsii.Number(200), BurstLimit: jsii.Number(400)},
		TableCapacity: &profiles.TableCapacity{ReadCapacity: jsii.Number(20), WriteCapacity: jsii.Number(10)},
		ProfileSchema: &map[string]any{
			"type": "object",
			"properties": map[string]any{
				"name": map[string]any{"type": "string", "maxLength": 100},
				"plan": map[string]any{"enum": []string{"free", "paid"}, "readOnly": true},
			},
			"required": []string{"name"},
		},
		MaxProfileSize:  awscdk.Size_Kibibytes(jsii.Number(16)),
		UserPartitions:  jsii.Number(16),
		EncryptionKey:   encryptionKey,
		ChangeEvents:    awsevents.NewEventBus(stack, jsii.String("EventBus"), nil),
		RemovalPolicy:   awscdk.RemovalPolicy_RETAIN,
		AdminGroup:      jsii.String("admins"),
		AccountDeletion: jsii.Bool(true),
		LogRetention:    awslogs.RetentionDays_ONE_YEAR,
		Tracing:         awslambda.Tracing_ACTIVE,
		AlarmTopic:      alarmTopic,
		Dashboard:       jsii.Bool(true),
	})
}

func addExistingResources(stack awscdk.Stack) {
	userPool := awscognito.NewUserPool(stack, jsii.String("UserPool"), nil)
	profiles.NewCognitoProfileService(stack, jsii.String("Profiles"), &profiles.CognitoProfileServiceProps{
		UserPool:       userPool,
		Issuer:         jsii.Sprintf("https://%s", *userPool.UserPoolProviderName()),
		UserPoolClient: userPool.AddClient(jsii.String("Client"), nil),
		Table: awsdynamodb.NewTableV2(stack, jsii.String("Table"), &awsdynamodb.TablePropsV2{
			PartitionKey:        &awsdynamodb.Attribute{Name: jsii.String("pk"), Type: awsdynamodb.AttributeType_STRING},
			SortKey:             &awsdynamodb.Attribute{Name: jsii.String("sk"), Type: awsdynamodb.AttributeType_STRING},
			TimeToLiveAttribute: jsii.String("delete_after"),
		}),
		AccountDeletion:     jsii.Bool(true),
		TimeToLiveAttribute: jsii.String("delete_after"),
	})
}

func certificate(stack awscdk.Stack, id string, uuid string) awscertificatemanager.ICertificate {
	return awscertificatemanager.Certificate_FromCertificateArn(stack, &id, jsii.Sprintf("%s/%s", certificates, uuid))
}

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	addDefault(awscdk.NewStack(app, jsii.String("Default"), nil))
	addEveryProp(awscdk.NewStack(app, jsii.String("EveryProp"), nil))
	addExistingResources(awscdk.NewStack(app, jsii.String("ExistingResources"), nil))
	app.Synth(nil)
}
