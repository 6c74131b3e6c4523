import { randomUUID } from 'crypto';
import { BodyEncoding, CASES, ContractCase, HANDLERS, hasTextBody, requestOf } from './contract';
import { runCase } from './run-case';
import { httpApiEvent, PayloadFormat } from '../support/client/http-api-event';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

describeEachLanguage((language) => {
  const service = deployed(language);

  describe.each<PayloadFormat>(['2.0', '1.0'])('payload format %s', (format) => {
    test.each(CASES)('$name', (contractCase) => check(contractCase, format, 'base64'));
    test.each(CASES.filter(hasTextBody))('$name, body as text', (contractCase) => check(contractCase, format, 'text'));
  });

  /** Each run has a user of its own, so that no case sees another's profile. */
  async function check(contractCase: ContractCase, format: PayloadFormat, encoding: BodyEncoding): Promise<void> {
    const environment = { ...service.database.environment, ...contractCase.environment };
    await runCase(contractCase, (contractCase.sub ?? '${sub}').replace('${sub}', randomUUID()), {
      environment,
      put: (item) => service.database.put(item),
      send: async (request, sub) => {
        const requestId = randomUUID();
        const event = httpApiEvent(format, requestOf(request, encoding), request.claims ?? { sub }, requestId);
        const { response } = await service.handlers.invoke(HANDLERS[request.method], event, environment);
        return { response, requestId };
      },
    });
  }
});
