export * from './cognito-profile-service';
export * from './cognito-profile-service-props';
export * from './data/table-capacity';
export * from './open-api/open-api-options';
