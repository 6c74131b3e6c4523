package com.example;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

class ProfilesStackTest {
    @Test
    void onlyPagesOfTheAppCallTheApi() {
        Template template = Template.fromStack(new ProfilesStack(new App(), "Test"));

        template.hasResourceProperties("AWS::ApiGatewayV2::Api", Map.of(
                "CorsConfiguration", Map.of("AllowOrigins", List.of("https://app.example.com"))));
    }
}
