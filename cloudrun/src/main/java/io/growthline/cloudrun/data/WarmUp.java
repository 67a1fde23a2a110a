package io.growthline.cloudrun.data;

/** Asks a new snapshot for what requests will ask for, so that the first of them is fast too. */
public interface WarmUp {
  void warm(Snapshot snapshot);
}
