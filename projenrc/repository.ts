/** The owner of the repository on GitHub, and the names of the repository: the one place that knows its address. */
const OWNER = 'cdk-cognito-profile-service';
const NAME = 'cdk-cognito-profile-service';

export const REPOSITORY = {
  owner: OWNER,
  name: NAME,
  url: `https://github.com/${OWNER}/${NAME}`,
  /** The documentation site, on GitHub Pages. */
  site: `https://${OWNER}.github.io/${NAME}/`,
  /** Go gets modules from repositories, so the Go package has one of its own. */
  goModule: `github.com/${OWNER}/${NAME}-go`,
};
