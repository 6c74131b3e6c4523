from typing import Any

from aws_cdk import CfnOutput, Stack
from aws_cdk.aws_cognito import OAuthSettings
from aws_cdk.aws_logs import RetentionDays
from cdk_cognito_profile_service import CognitoProfileService
from constructs import Construct


class ProfilesStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs: Any) -> None:
        super().__init__(scope, construct_id, **kwargs)

        profiles = CognitoProfileService(
            self,
            "Profiles",
            # Unique in the Region, across all AWS accounts.
            domain_suffix="acme-dev",
            o_auth=OAuthSettings(
                callback_urls=["https://app.example.com/"],
                logout_urls=["https://app.example.com/"],
            ),
            allowed_origins=["https://app.example.com"],
            profile_schema={
                "type": "object",
                "properties": {
                    "displayName": {"type": "string", "minLength": 1, "maxLength": 80},
                    "language": {"enum": ["de", "en", "ja"]},
                    "membership": {"enum": ["free", "plus"], "readOnly": True},
                },
                "required": ["displayName"],
                "additionalProperties": False,
            },
            log_retention=RetentionDays.THREE_MONTHS,
        )

        CfnOutput(self, "ProfileUrl", value=profiles.profile_url)
        CfnOutput(self, "Issuer", value=profiles.issuer)
        CfnOutput(self, "ClientId", value=profiles.user_pool_client.user_pool_client_id)
        CfnOutput(self, "SignOutUrl", value=profiles.sign_out_url or "")
