from aws_cdk import App
from aws_cdk.assertions import Template

from profiles_stack import ProfilesStack


def test_only_pages_of_the_app_call_the_api() -> None:
    template = Template.from_stack(ProfilesStack(App(), "Test"))

    template.has_resource_properties(
        "AWS::ApiGatewayV2::Api",
        {"CorsConfiguration": {"AllowOrigins": ["https://app.example.com"]}},
    )
