/** What ships apart from the handlers: for functions with a schema, and for the construct to check the schema with. */
export { findMetaSchemaFaults } from './meta-schema';
export { compileProfileSchema } from './profile-schema';
