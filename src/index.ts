export * from './cognito-profile-service';
export * from './cognito-profile-service-props';
export * from './table-capacity';
