"""The stacks of app.ts, in Python."""

from aws_cdk import App, Duration, RemovalPolicy, Size, Stack
from aws_cdk import aws_apigatewayv2 as apigwv2
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sns as sns
from aws_cdk.aws_certificatemanager import Certificate
from cdk_cognito_profile_service import CognitoProfileService, TableCapacity

CERTIFICATES = "arn:aws:acm:us-east-1:123456789012:certificate"


def default(stack: Stack) -> None:
    CognitoProfileService(stack, "Profiles", domain_suffix="acme")


def every_prop(stack: Stack) -> None:
    encryption_key = kms.Key(stack, "Key", enable_key_rotation=True)
    alarm_topic = sns.Topic(stack, "AlarmTopic", master_key=encryption_key, enforce_ssl=True)
    alarms = iam.ServicePrincipal("cloudwatch.amazonaws.com")
    alarm_topic.grant_publish(alarms)
    encryption_key.grant(alarms, "kms:Decrypt", "kms:GenerateDataKey*")
    CognitoProfileService(
        stack,
        "Profiles",
        sign_in_domain=cognito.CustomDomainOptions(
            domain_name="auth.example.com",
            certificate=Certificate.from_certificate_arn(
                stack, "SignInCertificate", f"{CERTIFICATES}/11111111-1111-1111-1111-111111111111"
            ),
        ),
        managed_login_version=cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
        o_auth=cognito.OAuthSettings(
            flows=cognito.OAuthFlows(authorization_code_grant=True),
            scopes=[
                cognito.OAuthScope.OPENID,
                cognito.OAuthScope.EMAIL,
                cognito.OAuthScope.PROFILE,
                cognito.OAuthScope.COGNITO_ADMIN,
            ],
            callback_urls=["https://app.example.com/signed-in", "https://localhost:3000"],
            logout_urls=["https://app.example.com/signed-out"],
            default_redirect_uri="https://app.example.com/signed-in",
        ),
        auth_flows=cognito.AuthFlow(user_srp=True, user=True),
        refresh_token_rotation_grace_period=Duration.seconds(10),
        self_sign_up=True,
        email=cognito.UserPoolEmail.with_ses(
            from_email="no-reply@example.com", ses_verified_domain="example.com", ses_region="us-east-1"
        ),
        mfa=cognito.Mfa.OPTIONAL,
        passkeys=cognito.PasskeyUserVerification.REQUIRED,
        feature_plan=cognito.FeaturePlan.PLUS,
        threat_protection=cognito.StandardThreatProtectionMode.FULL_FUNCTION,
        runtime=lambda_.Runtime.PYTHON_3_14,
        authorization_scopes=["openid"],
        allowed_origins=["https://app.example.com"],
        api_domain=apigwv2.DomainMappingOptions(
            domain_name=apigwv2.DomainName(
                stack,
                "ApiDomain",
                domain_name="api.example.com",
                certificate=Certificate.from_certificate_arn(
                    stack, "ApiCertificate", f"{CERTIFICATES}/22222222-2222-2222-2222-222222222222"
                ),
            ),
            mapping_key="v1",
        ),
        throttle=apigwv2.ThrottleSettings(rate_limit=200, burst_limit=400),
        table_capacity=TableCapacity(read_capacity=20, write_capacity=10),
        profile_schema={
            "type": "object",
            "properties": {
                "name": {"type": "string", "maxLength": 100},
                "plan": {"enum": ["free", "paid"], "readOnly": True},
            },
            "required": ["name"],
        },
        max_profile_size=Size.kibibytes(16),
        user_partitions=16,
        encryption_key=encryption_key,
        change_events=events.EventBus(stack, "EventBus"),
        removal_policy=RemovalPolicy.RETAIN,
        admin_group="admins",
        account_deletion=True,
        log_retention=logs.RetentionDays.ONE_YEAR,
        tracing=lambda_.Tracing.ACTIVE,
        alarm_topic=alarm_topic,
        dashboard=True,
    )


def existing_resources(stack: Stack) -> None:
    user_pool = cognito.UserPool(stack, "UserPool")
    CognitoProfileService(
        stack,
        "Profiles",
        user_pool=user_pool,
        issuer=f"https://{user_pool.user_pool_provider_name}",
        user_pool_client=user_pool.add_client("Client"),
        table=dynamodb.TableV2(
            stack,
            "Table",
            partition_key=dynamodb.Attribute(name="pk", type=dynamodb.AttributeType.STRING),
            sort_key=dynamodb.Attribute(name="sk", type=dynamodb.AttributeType.STRING),
            time_to_live_attribute="delete_after",
        ),
        account_deletion=True,
        time_to_live_attribute="delete_after",
    )


app = App()
default(Stack(app, "Default"))
every_prop(Stack(app, "EveryProp"))
existing_resources(Stack(app, "ExistingResources"))
app.synth()
