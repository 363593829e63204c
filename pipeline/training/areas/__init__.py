"""Training the model of policy areas."""
