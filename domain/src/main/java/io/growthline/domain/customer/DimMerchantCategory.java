package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** What merchant categories are; every category of a transaction has a row. */
@Table(
    dataset = "marts",
    name = "dim_merchant_category",
    grain = "one merchant category",
    description =
        "What merchant categories are: those that the platform lists, and all others that transactions name.",
    key = {"merchant_category"})
public record DimMerchantCategory(
    @Column(
            "The category; uncategorised stands for transactions that name none, as in marts.monthly_customer_spending.")
        String merchantCategory,
    @Column("What it belongs to; other when the platform does not list it.") String categoryGroup,
    @Column(
            value = "Kind of spending; other when the category does not tell.",
            allowed = {"necessity", "discretionary", "travel", "other"})
        String spendingType,
    @Column(
            value = "Whether one could do without it; absent when the category does not tell.",
            nullable = true)
        Boolean isDiscretionary) {}
