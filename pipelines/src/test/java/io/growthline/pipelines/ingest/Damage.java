package io.growthline.pipelines.ingest;

import java.util.Arrays;
import java.util.Random;

/** What disks, networks and copying do to bytes, at a place left to chance. */
final class Damage {
  private static final int SLICE = 64;

  private Damage() {}

  /** All after some byte is gone. */
  static byte[] cut(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, place(bytes, random));
  }

  /** One bit is the other way round. */
  static byte[] flip(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    damaged[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
    return damaged;
  }

  /** Some bytes within are gone. */
  static byte[] remove(byte[] bytes, Random random) {
    int from = place(bytes, random);
    return Profiles.concat(
        Arrays.copyOf(bytes, from),
        Arrays.copyOfRange(bytes, end(bytes, from, random), bytes.length));
  }

  /** Some bytes occur twice. */
  static byte[] repeat(byte[] bytes, Random random) {
    int from = place(bytes, random);
    return Profiles.concat(
        Arrays.copyOf(bytes, end(bytes, from, random)),
        Arrays.copyOfRange(bytes, from, bytes.length));
  }

  /** Random bytes are in between. */
  static byte[] insert(byte[] bytes, Random random) {
    int at = place(bytes, random);
    byte[] noise = new byte[1 + random.nextInt(SLICE)];
    random.nextBytes(noise);
    return Profiles.concat(
        Arrays.copyOf(bytes, at), noise, Arrays.copyOfRange(bytes, at, bytes.length));
  }

  /** Some bytes are 0, as when a block was never written. */
  static byte[] blank(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    int from = place(bytes, random);
    Arrays.fill(damaged, from, end(bytes, from, random), (byte) 0);
    return damaged;
  }

  /** Two neighbouring slices have changed places. */
  static byte[] swap(byte[] bytes, Random random) {
    int from = place(bytes, random);
    int middle = end(bytes, from, random);
    int end = middle == bytes.length ? middle : end(bytes, middle, random);
    return Profiles.concat(
        Arrays.copyOf(bytes, from),
        Arrays.copyOfRange(bytes, middle, end),
        Arrays.copyOfRange(bytes, from, middle),
        Arrays.copyOfRange(bytes, end, bytes.length));
  }

  private static int place(byte[] bytes, Random random) {
    return random.nextInt(bytes.length);
  }

  private static int end(byte[] bytes, int from, Random random) {
    return Math.min(bytes.length, from + 1 + random.nextInt(SLICE));
  }
}
