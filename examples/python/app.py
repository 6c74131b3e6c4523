from aws_cdk import App

from profiles_stack import ProfilesStack

app = App()
ProfilesStack(app, "ProfilesStack")
app.synth()
