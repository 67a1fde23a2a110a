/**
 * Pages and reports as data: a page or a report is a title and a list of sections; a section turns
 * rows of the published tables into blocks. Formats, grids and charts are the same in both.
 */
package io.growthline.pages;
