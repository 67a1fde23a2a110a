/** What a campaign asks of published tables, and how an address holds it. */
package io.growthline.pages.campaign;
