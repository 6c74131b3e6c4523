import { CfnApi, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';

/**
 * The type of the metadata of an API that has its `profileSchema`. Metadata is in the cloud assembly, for tools, and not in the template.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/constructs.Node.html#addwbrmetadatatype-data-options
 */
export const SCHEMA_METADATA = 'cdk-cognito-profile-service:profile-schema';

/** The data of this metadata. */
export interface SchemaMetadata {
  /** The logical ID of the API, by which a tool finds the metadata of an API that is deployed. */
  readonly apiLogicalId: string;
  readonly profileSchema: { readonly [key: string]: unknown };
}

/** Adds the `profileSchema` to the metadata of an API. The functions have it only in a compiled form. */
export function addSchemaMetadata(api: HttpApi, profileSchema: SchemaMetadata['profileSchema']): void {
  const { logicalId } = api.node.defaultChild as CfnApi;
  const data: SchemaMetadata = { apiLogicalId: logicalId, profileSchema };
  api.node.addMetadata(SCHEMA_METADATA, data);
}
