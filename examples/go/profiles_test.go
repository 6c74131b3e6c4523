package main

import (
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/jsii-runtime-go"
)

func TestOnlyPagesOfTheAppCallTheAPI(t *testing.T) {
	template := assertions.Template_FromStack(NewProfilesStack(awscdk.NewApp(nil), "Test"), nil)

	template.HasResourceProperties(jsii.String("AWS::ApiGatewayV2::Api"), map[string]any{
		"CorsConfiguration": map[string]any{"AllowOrigins": []string{"https://app.example.com"}},
	})
}
