// What stands so far of a long page is laid out, so that the rest is another task, and keys are answered in between.
document.body.getBoundingClientRect();
