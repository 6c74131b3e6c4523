import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Language } from './language';
import { quickStartFiles } from './quick-start/steps';
import { NEWEST_CDK } from '../../../projenrc/versions';

const REMEDY = 'Install a JDK 17 or newer and Maven, on Debian the packages openjdk-17-jdk-headless and maven.';

export const JAVA: Language = {
  name: 'Java',
  directory: 'java',
  newestCdk: NEWEST_CDK.java,
  toolchain: ['javac', '-version'],
  remedy: REMEDY,
  install: async (app, { directory, mavenRepository }, { cdk, constructs }) => {
    // What every `mvn` in the app gets, so also that of cdk.json.
    await mkdir(app.path('.mvn'));
    await app.write('.mvn/settings.xml', settingsWith(join(directory, 'java')));
    await app.write('.mvn/maven.config', [
      '--settings=.mvn/settings.xml',
      `-Dmaven.repo.local=${mavenRepository}`,
      `-Dcdk.version=${cdk}`,
      `-Dconstructs.version=${constructs}`,
      '-Dprofile-service.version=0.0.0',
    ].join('\n'));
    // The package repository has no CDK that is new enough for what `cdk init` makes, so the quick start is only compiled.
    for (const { file, content } of quickStartFiles('Java')) {
      await mkdir(app.path(dirname(file)), { recursive: true });
      await app.write(file, content);
    }
    await app.run('mvn compile', ['mvn', '--batch-mode', 'compile']);
  },
  checks: { 'mvn test': ['mvn', '--batch-mode', 'test', '-DfailIfNoTests=true'] },
  everyProp: 'mvn -e -q compile exec:java -Dexec.mainClass=com.example.EveryPropApp',
};

/** The settings of Maven with a further repository. */
function settingsWith(repository: string): string {
  return `<settings>
  <profiles>
    <profile>
      <id>packages</id>
      <repositories>
        <repository>
          <id>packages</id>
          <url>${pathToFileURL(repository)}</url>
        </repository>
      </repositories>
    </profile>
  </profiles>
  <activeProfiles>
    <activeProfile>packages</activeProfile>
  </activeProfiles>
</settings>
`;
}
