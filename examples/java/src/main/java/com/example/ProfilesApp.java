package com.example;

import software.amazon.awscdk.App;

public class ProfilesApp {
    public static void main(final String[] args) {
        App app = new App();
        new ProfilesStack(app, "ProfilesStack");
        app.synth();
    }
}
