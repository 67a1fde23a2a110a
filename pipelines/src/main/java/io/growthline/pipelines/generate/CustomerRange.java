package io.growthline.pipelines.generate;

/** Customers from {@code first} up to before {@code end}, who share their files. */
public record CustomerRange(long shard, long first, long end) {}
