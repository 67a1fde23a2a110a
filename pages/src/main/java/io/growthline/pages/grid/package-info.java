/** Tables that search, sort, page and export by themselves; their state is in the address. */
package io.growthline.pages.grid;
