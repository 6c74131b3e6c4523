/**
 * Stands in for `mnemonist/lru-cache` in the bundle: that is CommonJS, which esbuild can only wrap as a whole.
 *
 * The SDK caches endpoints in it that it discovers. Endpoint discovery is off by default, and would find few endpoints.
 */
export default class LruCache<K, V> extends Map<K, V> {
  constructor(_capacity: number) {
    super();
  }

  public peek(key: K): V | undefined {
    return this.get(key);
  }
}
