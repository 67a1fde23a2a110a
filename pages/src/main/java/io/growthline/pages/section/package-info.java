/** The sections, one class each; a line in {@code Pages} or {@code Report} puts them somewhere. */
package io.growthline.pages.section;
