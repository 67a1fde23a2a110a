/** Charts as SVG. Colours are classes of the style sheet, so both themes and print hold. */
package io.growthline.pages.chart;
