package dev.weir.feature;

/** Spreads the hashes of keys, which differ in few bits where addresses do, over all bits. */
final class Mixed {

  private Mixed() {}

  /**
   * MurmurHash3's finalizer.
   *
   * @see <a href="https://github.com/aappleby/smhasher">fmix32</a>
   */
  static int hash(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
