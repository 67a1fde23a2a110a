package io.growthline.pages.chart;

/** A drawing with words for those who cannot see it. */
public interface Chart {
  /** SVG; empty when there is too little to draw. */
  String svg();
}
