/** The API and the dashboard over a published warehouse and the active models. */
package io.growthline.cloudrun;
