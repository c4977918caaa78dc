import type { ElasticsearchClient } from '../kibana';
import { askEsql } from './ask_esql';

const refusing = (type: string): ElasticsearchClient => {
  const error = Object.assign(new Error(type), {
    ...{ name: 'ResponseError', statusCode: 429 },
    meta: { body: { error: { type } } },
  });
  return { esql: { query: () => Promise.reject(error) } } as unknown as ElasticsearchClient;
};

describe('askEsql', () => {
  it('says what helps when Elasticsearch has too little memory', async () => {
    const asked = askEsql({ es: refusing('circuit_breaking_exception') }, { query: 'FROM x' });
    await expect(asked).rejects.toMatchObject({
      code: 'elasticsearch_unavailable',
      message: expect.stringContaining('choose a shorter range') as string,
    });
  });

  it('leaves any other error as it is', async () => {
    const asked = askEsql({ es: refusing('verification_exception') }, { query: 'FROM x' });
    await expect(asked).rejects.toThrow('verification_exception');
  });
});
