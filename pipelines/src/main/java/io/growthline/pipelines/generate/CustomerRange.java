package io.growthline.pipelines.generate;

import java.io.Serializable;

/** Customers from {@code first} up to before {@code end}, who share their files. */
record CustomerRange(int shard, long first, long end) implements Serializable {}
