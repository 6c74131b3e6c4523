import { App } from 'aws-cdk-lib';
import { ProfilesStack } from '../lib/profiles-stack';

new ProfilesStack(new App(), 'ProfilesStack');
