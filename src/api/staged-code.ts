import { createHash } from 'crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import * as path from 'path';
import { CfnResource, FileAssetPackaging, FileSystem, Stack, Stage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as cxapi from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';

/**
 * The modes that Lambda requires, because it runs a function as another user than the owner of its code.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/deployment-package-v2.html
 */
const FILE_MODE = 0o644;
const DIRECTORY_MODE = 0o755;

/**
 * Code that consists of a directory and of files, by their names.
 *
 * Writes the asset to the cloud assembly itself. `Code.fromAsset()` can add files only by bundling, for which it prints a line, and it copies
 * files with their modes, which a umask can have made unreadable for Lambda.
 */
export class StagedCode implements lambda.Code {
  public readonly isInline = false;
  private readonly hash: string;

  constructor(private readonly source: string, private readonly files: Record<string, string> = {}) {
    this.hash = sha256([fingerprintOf(source), ...Object.entries(files).flat()]);
  }

  public bind(scope: Construct): lambda.CodeConfig {
    this.stage(this.directory(scope));
    const { bucketName, objectKey } = Stack.of(scope).synthesizer.addFileAsset({
      sourceHash: this.hash,
      fileName: this.pathInAssembly(scope),
      packaging: FileAssetPackaging.ZIP_DIRECTORY,
      deployTime: true,
      displayName: `Handlers of ${scope.node.path}`,
    });
    return { s3Location: { bucketName, objectKey } };
  }

  /** Adds the metadata from which AWS SAM knows the code, as `Code.fromAsset()` does. */
  public bindToResource(resource: CfnResource, { resourceProperty = 'Code' }: lambda.ResourceBindOptions = {}): void {
    if (resource.node.tryGetContext(cxapi.ASSET_RESOURCE_METADATA_ENABLED_CONTEXT)) {
      resource.addMetadata(cxapi.ASSET_RESOURCE_METADATA_PATH_KEY, this.pathInAssembly(resource));
      resource.addMetadata(cxapi.ASSET_RESOURCE_METADATA_IS_BUNDLED_KEY, true);
      resource.addMetadata(cxapi.ASSET_RESOURCE_METADATA_PROPERTY_KEY, resourceProperty);
    }
  }

  private directory(scope: Construct): string {
    return path.join(Stage.of(scope)!.assetOutdir, `asset.${this.hash}`);
  }

  /** The path of the asset, relative to the manifest of its stage. */
  private pathInAssembly(scope: Construct): string {
    return path.relative(Stage.of(scope)!.outdir, this.directory(scope));
  }

  private stage(directory: string): void {
    if (existsSync(directory)) {
      return;
    }
    // Renamed at the end, because a synthesis that breaks off must not leave an incomplete asset to the next one.
    const incomplete = `${directory}-incomplete`;
    rmSync(incomplete, { recursive: true, force: true });
    copyDirectory(this.source, incomplete);
    Object.entries(this.files).forEach(([name, content]) => writeReadable(path.join(incomplete, name), content));
    renameSync(incomplete, directory);
  }
}

/** The fingerprints of directories. The package does not change while an app runs, so each is read once. */
const fingerprints = new Map<string, string>();

function fingerprintOf(directory: string): string {
  const fingerprint = fingerprints.get(directory) ?? FileSystem.fingerprint(directory);
  fingerprints.set(directory, fingerprint);
  return fingerprint;
}

/** Reads and writes each file, because `cpSync` of Node.js 22 and later can't read the archives in which Yarn Plug'n'Play keeps packages. */
function copyDirectory(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  // A mode that is given on creation would be subject to the umask.
  chmodSync(to, DIRECTORY_MODE);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      copyDirectory(source, copy);
    } else {
      writeReadable(copy, readFileSync(source));
    }
  }
}

function writeReadable(file: string, content: string | Buffer): void {
  writeFileSync(file, content);
  chmodSync(file, FILE_MODE);
}

function sha256(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
