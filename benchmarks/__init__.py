"""Measurements that are run by hand or by a schedule; none is a test."""
