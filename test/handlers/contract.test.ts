import { byAdministrator, CASES, hasTextBody, OPTIONAL_CASES } from './contract';
import { runOnFunctions } from './run-on-functions';
import { PayloadFormat } from '../support/client/http-api-event';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

const ALL_CASES = [...CASES, ...OPTIONAL_CASES];

describeEachLanguage((language) => {
  const service = deployed(language);

  describe.each<PayloadFormat>(['2.0', '1.0'])('payload format %s', (format) => {
    test.each(ALL_CASES)('$name', async (contractCase) => runOnFunctions(service, contractCase, format, 'base64'));
    test.each(ALL_CASES.filter(hasTextBody))('$name, body as text', async (contractCase) => runOnFunctions(service, contractCase, format, 'text'));
  });

  test.each(byAdministrator(CASES))('$name', async (contractCase) => runOnFunctions(service, contractCase, '2.0', 'base64'));
});
