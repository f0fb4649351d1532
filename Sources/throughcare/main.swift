import CaseRuntime
print(embedded().count)
