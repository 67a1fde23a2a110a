package io.growthline.domain.value;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What the models of customer value learnt from all customers. */
@Table(
    dataset = "marts",
    name = "value_model_parameters",
    grain = "one parameter of one model",
    description = "What the models of customer value learnt from all customers.",
    key = {"model", "parameter"})
public record ValueModelParameter(
    @Column(
            value =
                "bg_nbd says when customers buy, in weeks; gamma_gamma for how much, in units of 100 minor.",
            allowed = {"bg_nbd", "gamma_gamma"})
        String model,
    @Column(
            value = "Parameter, named as in the papers.",
            allowed = {"r", "alpha", "a", "b", "p", "q", "v"})
        String parameter,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Estimate; absent when the model cannot be fitted.", nullable = true, min = 0)
        Double value,
    @Column(value = "Standard error of the estimate.", nullable = true, min = 0)
        Double standardError,
    @Column("Customers to whom the model is fitted.") long customers,
    @Column(value = "Logarithm of the likelihood of the whole model.", nullable = true)
        Double logLikelihood,
    @Column(value = "Why the model cannot be fitted.", nullable = true) String withheldReason) {}
