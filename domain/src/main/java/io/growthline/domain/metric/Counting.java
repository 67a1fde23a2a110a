package io.growthline.domain.metric;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What measures count. */
final class Counting {
  private Counting() {}

  static long one(boolean condition) {
    return condition ? 1 : 0;
  }

  static boolean is(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  static <E> long count(List<E> elements, Predicate<E> condition) {
    long n = 0;
    for (E element : elements) {
      if (condition.test(element)) {
        n++;
      }
    }
    return n;
  }

  /**
   * @throws ArithmeticException when the sum does not fit 64 bits
   */
  static <E> long sum(List<E> elements, ToLongFunction<E> amount) {
    long sum = 0;
    for (E element : elements) {
      sum = Math.addExact(sum, amount.applyAsLong(element));
    }
    return sum;
  }
}
